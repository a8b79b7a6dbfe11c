"""What ``packaging/demo.py`` does: a stage for the real application, the journey's steps, pictures of every screen."""
