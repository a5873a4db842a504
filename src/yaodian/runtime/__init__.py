"""The pure part of driving a plan: how far promises are and which light they show; no database and no clock."""
