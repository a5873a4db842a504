"""Mathematics on arrays that knows no school: variation, samples, trajectories, repair."""
