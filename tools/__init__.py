"""Tools of the project that are not part of the product: measuring, fuzzing, writing measured values down."""
