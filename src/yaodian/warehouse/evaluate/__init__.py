"""评测: indicators computed over a release: formulas parsed and checked, passes fused, values rolled up and derived."""
