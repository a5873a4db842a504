"""记分: a plan's promises held against what the bureau's records measure: values, outlook, light, the sentence why."""
