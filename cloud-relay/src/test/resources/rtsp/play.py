# Plays an address with GStreamer's rtspsrc and prints a hash of each access unit of video: play.py URL PROTOCOL DEPAYLOADER PARSER CAPS COUNT
import hashlib
import sys

import gi

gi.require_version("Gst", "1.0")
from gi.repository import GLib, Gst  # noqa: E402

url, protocol, depayloader, parser, caps, count = sys.argv[1:7]
Gst.init(None)
pipeline = Gst.parse_launch(
    f"rtspsrc name=source protocols={protocol} latency=0 ! {depayloader} ! {parser} ! {caps},stream-format=byte-stream,alignment=au"
    " ! fakesink name=sink signal-handoffs=true sync=false"
)
pipeline.get_by_name("source").set_property("location", url)
loop = GLib.MainLoop()
seen = 0


def take(_sink, buffer, _pad):
    global seen
    seen += 1
    if seen > int(count):
        return
    print(hashlib.md5(buffer.extract_dup(0, buffer.get_size())).hexdigest(), flush=True)
    if seen == int(count):
        loop.quit()


def fail(_bus, message):
    print(message.parse_error() if message.type == Gst.MessageType.ERROR else "end")
    loop.quit()


pipeline.get_by_name("sink").connect("handoff", take)
bus = pipeline.get_bus()
bus.add_signal_watch()
bus.connect("message::error", fail)
bus.connect("message::eos", fail)
pipeline.set_state(Gst.State.PLAYING)
loop.run()
pipeline.set_state(Gst.State.NULL)
