package dev.fanlight.relay.server;

import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.chat.ChatLimits;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.ChatTopics;
import dev.fanlight.relay.chat.FriendlyNames;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.child.ChildLimits;
import dev.fanlight.relay.child.ChildTimeouts;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.fanout.FanOutContext;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.fanout.ThreadCpuTime;
import dev.fanlight.relay.recording.Recorder;
import dev.fanlight.relay.store.NotStoredException;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.transcode.EncoderPlaces;
import dev.fanlight.relay.transcode.PlayableStreams;
import dev.fanlight.relay.transcode.TranscodeServices;
import dev.fanlight.relay.transcode.TranscodeTimeouts;
import dev.fanlight.relay.wire.CoalescedFrames;
import dev.fanlight.relay.wire.ControlText;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the streams, their fan-out and the chat rooms. Stateless. */
final class RelayMedia {

    private static final Logger LOG = Logger.getLogger(RelayMedia.class.getName());

    private static final String FFMPEG = "ffmpeg";
    private static final String RECORDINGS = "recordings";

    private RelayMedia() {}

    static StreamRegistry streams(LiveConfig live, Instruments instruments) {
        return new StreamRegistry(
                () -> live.get().limits().cameras(),
                () -> new LiveStream(instruments.wallClock(), instruments.clock(), instruments.counters()));
    }

    static PlayableStreams playable(
            RelayConfig config,
            StreamRegistry streams,
            Vertx vertx,
            WorkerExecutor worker,
            FfmpegChildren children,
            Instruments instruments) {
        TranscodeServices services = new TranscodeServices(
                vertx,
                worker,
                children,
                config.transcode().encoder(),
                new EncoderPlaces(config.transcode().cameras()),
                TranscodeTimeouts.STANDARD,
                instruments.clock(),
                instruments.wallClock(),
                instruments.counters(),
                instruments.errors());
        return new PlayableStreams(streams, services, config.transcode().cameras() > 0);
    }

    static Recorder recorder(
            RelayConfig config,
            RelayStateFolder folder,
            RelayStore store,
            StreamRegistry streams,
            AuditLog audit,
            Instruments instruments) {
        return Recorder.of(
                config.recording(),
                folder.subfolder(RECORDINGS),
                instruments.secrets(),
                new Recorder.Surroundings(
                        store.recordings(),
                        streams,
                        audit,
                        instruments.clock(),
                        instruments.wallClock(),
                        instruments.counters(),
                        instruments.errors()));
    }

    static FanOuts fanOuts(RelayConfig config, Instruments instruments) {
        FanOutContext context = new FanOutContext(
                WireFrame.FORM,
                config.fanOut().mergeDelay(),
                coalescer(),
                instruments.clock(),
                ThreadCpuTime.SYSTEM,
                instruments.counters());
        return new FanOuts(context, ControlText::of);
    }

    static ChatRooms rooms(
            LiveConfig live,
            RelayStore store,
            AuditLog audit,
            LinkService links,
            Cluster cluster,
            Instruments instruments) {
        return new ChatRooms(
                store.chatLines(),
                store.chatModeration(),
                new ModerationAudit(audit),
                (link, by) -> revoke(links, link, by),
                () -> limits(live.get()),
                new FriendlyNames(instruments.random()),
                ControlText::of,
                coalescer(),
                ChatTopics.of(cluster),
                instruments.wallClock(),
                instruments.clock(),
                instruments.counters(),
                instruments.errors());
    }

    private static ChatLimits limits(RelayConfig config) {
        return new ChatLimits(
                config.chat().keep(), config.chat().lines(), config.limits().cameras());
    }

    /** FFmpeg for gateways, unpacked into {@code folder} where no other is set. */
    static FfmpegChildren children(RelayConfig config, RelayStateFolder folder, Instruments instruments) {
        return new FfmpegChildren(
                config.ffmpeg().program(),
                folder.subfolder(FFMPEG),
                new ChildLimits(config.ffmpeg().children()),
                ChildTimeouts.STANDARD,
                instruments.counters(),
                instruments.errors());
    }

    /** One that is not stored yet is in force all the same and stored later, so it does not make a ban fail. */
    private static void revoke(LinkService links, String link, Moderator by) {
        try {
            boolean unused = links.revoke(ModerationAudit.actor(by), link);
        } catch (NotStoredException e) {
            LOG.log(Level.FINE, "The link of a banned moderator is revoked in memory only", e);
        }
    }

    private static BufferCoalescer coalescer() {
        return parts -> CoalescedFrames.of(parts, ByteBufAllocator.DEFAULT);
    }
}
