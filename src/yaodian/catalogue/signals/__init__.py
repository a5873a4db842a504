"""早期信号: one file each."""
