"""What people see. Streamlit lives here and nowhere else."""
