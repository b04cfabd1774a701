"""The models are the schema: what a record of the data may say, and nothing else."""
