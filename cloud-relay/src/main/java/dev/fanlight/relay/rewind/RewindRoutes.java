package dev.fanlight.relay.rewind;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.recording.Recorder;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.store.Clips;
import io.vertx.core.http.HttpMethod;

/** The addresses of what was recorded. Stateless. */
public final class RewindRoutes {

    /** A playlist of HLS of a time. */
    public static final String PLAYLIST = "/c/{camera}/recording.m3u8";

    /** A time as one MP4. */
    public static final String DOWNLOAD = "/c/{camera}/recording.mp4";

    /** What playlists and pages fetch. */
    public static final String PIECE = "/c/{camera}/rewind/{file}/{piece}";

    /** A clip: {@code ID.mp4}. */
    public static final String CLIP = "/c/{camera}/clip/{clip}";

    private RewindRoutes() {}

    /** Adds them; on the starting thread. */
    public static void add(GatewayContext relay, Recorder recorder, Clips clips, AccessNotes notes) {
        RecordingLibrary library = recorder.library();
        RewindGate gate = new RewindGate(relay);
        relay.routes().add(new AddedRoute(HttpMethod.GET, PLAYLIST, new PlaylistHandler(gate, library, notes)));
        relay.routes().add(new AddedRoute(HttpMethod.GET, DOWNLOAD, new DownloadHandler(gate, library, notes)));
        relay.routes().add(new AddedRoute(HttpMethod.GET, PIECE, new PieceHandler(gate, library, notes)));
        relay.routes().add(new AddedRoute(HttpMethod.GET, CLIP, new ClipHandler(relay, gate, clips, recorder.clips())));
    }
}
