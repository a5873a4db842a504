"""Yaodian (要点): compiles a bureau's annual work plan into a running system."""

__version__ = "0.1.0"
