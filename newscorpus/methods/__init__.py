"""What every number is, gathered from where each is made: for the page Methods, for papers, for exports."""
