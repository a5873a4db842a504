"""均衡: the schools of a county held against a standard: values, thresholds, coefficients, verdict, cheapest repair."""
