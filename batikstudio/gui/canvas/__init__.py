"""The cloth on the screen: view, pictures, overlays, rulers."""
