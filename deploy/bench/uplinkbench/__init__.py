"""What the agent makes of a bad uplink: the link, the viewer and the measurements of uplink.py."""
