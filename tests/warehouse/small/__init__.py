"""A small catalogue of invented registers: a state about persons, a stock, an event."""
