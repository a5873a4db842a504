"""起草: a plan between its document and its publication: read, looked through, mended and bound by decisions of the office.

`opening` reads the file; `deciding` says what may be decided and what a plan is then; `reviewing` tells what is to be looked
at, `lacking` what is missing, `suggesting` which indicators measure the promises, `quotas` how they are split; `comparing`
holds two plans against each other.
"""
