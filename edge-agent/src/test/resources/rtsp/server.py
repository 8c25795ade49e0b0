#!/usr/bin/env python3
"""An RTSP server of GStreamer for tests: server.py PORT NAME=PIPELINE… serves each pipeline at /NAME.

PORT 0 is a free one; the line "port N" on stdout says which. A NAME that begins with "secret" wants the user "viewer"
with the password "p@ss/w:rd" (digest).
"""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(sys.argv[1])
mounts = server.get_mount_points()
auth = None
for argument in sys.argv[2:]:
    name, pipeline = argument.split("=", 1)
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch("( " + pipeline + " )")
    if name.startswith("secret"):
        auth = GstRtspServer.RTSPAuth()
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        role = GstRtspServer.RTSPToken()
        role.set_string("media.factory.role", "viewer")
        auth.add_digest("viewer", "p@ss/w:rd", role)
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_role("viewer")
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
    mounts.add_factory("/" + name, factory)
if auth is not None:
    server.set_auth(auth)
if server.attach(None) == 0:
    sys.exit("the port is taken")
print("port", server.get_bound_port(), flush=True)
GLib.MainLoop().run()
