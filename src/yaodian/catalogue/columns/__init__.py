"""共用字段: columns that recur in many registers, each declared once; a register changes what differs with `replace`."""
