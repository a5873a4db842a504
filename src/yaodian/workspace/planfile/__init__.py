"""计划文件: a plan as YAML that an official can edit and that compiles again to the same program.

`writing.plan_to_yaml` writes it, `reading.plan_from_yaml` reads it, `identity.with_ids` gives every node its id,
`onto.compile_onto` carries the ids of an older plan over to a newer one. The keys of a node, their order and how each
value is written stand in `shapes`, which both directions use.
"""
