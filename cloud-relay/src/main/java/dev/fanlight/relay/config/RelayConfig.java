package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The configuration of a relay. Immutable.
 *
 * @param listen where it listens
 * @param proxy what stands in front of it
 * @param certificates which certificates it shows
 * @param limits how much it takes on
 * @param access what others than the owner may grant
 * @param fanOut how pictures reach viewers
 * @param chat what it keeps of chats
 * @param store where it keeps what survives a restart
 * @param cluster which other relays it shares its cameras with
 * @param ffmpeg which FFmpeg gateways use
 * @param transcode how many streams H.264 is made of
 * @param monitoring where monitoring systems ask
 * @param recording where recordings lie and how long they are kept
 * @param webhooks where events are posted to
 * @param push where notifications to browsers may be sent to
 * @param timeouts how long it waits for others; not read from settings
 */
public record RelayConfig(
        ListenConfig listen,
        ProxyConfig proxy,
        CertificateConfig certificates,
        LimitConfig limits,
        AccessConfig access,
        FanOutConfig fanOut,
        ChatConfig chat,
        StoreConfig store,
        ClusterConfig cluster,
        FfmpegConfig ffmpeg,
        TranscodeConfig transcode,
        MonitoringConfig monitoring,
        RecordingConfig recording,
        List<WebhookConfig> webhooks,
        PushConfig push,
        RelayTimeouts timeouts) {

    /** Reads it from settings, with {@link RelayTimeouts#STANDARD}. */
    public static RelayConfig of(Settings settings) {
        return new RelayConfig(
                ListenConfig.of(settings),
                ProxyConfig.of(settings),
                CertificateConfig.of(settings),
                LimitConfig.of(settings),
                AccessConfig.of(settings),
                FanOutConfig.of(settings),
                ChatConfig.of(settings),
                StoreConfig.of(settings),
                ClusterConfig.of(settings),
                FfmpegConfig.of(settings),
                TranscodeConfig.of(settings),
                MonitoringConfig.of(settings),
                RecordingConfig.of(settings),
                WebhookConfig.all(settings),
                PushConfig.of(settings),
                RelayTimeouts.STANDARD);
    }

    /** Whether agents see a certificate that the system’s authorities vouch for, the relay’s or a proxy’s, and so pin none. */
    public boolean agentsSeePublicCertificate() {
        return proxy.behind() || certificates.isPublic();
    }

    /** The origin of this relay’s pages where a proxy serves them: from the public URL, or else from the public host. */
    public Optional<String> publicOrigin() {
        Optional<String> ofHost = proxy.behind() && !listen.publicHost().isEmpty()
                ? Optional.of("https://" + listen.publicHost().toLowerCase(Locale.ROOT))
                : Optional.empty();
        return proxy.publicUrl().map(PublicUrl::origin).or(() -> ofHost);
    }
}
