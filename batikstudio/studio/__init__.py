"""The program without a window: the session, jobs, settings, languages, actions and tools."""
