"""跨登记校验: one file is one check over several registers."""
