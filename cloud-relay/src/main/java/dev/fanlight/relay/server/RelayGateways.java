package dev.fanlight.relay.server;

import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.gateway.GatewayKinds;
import dev.fanlight.relay.gateway.container.ContainerKind;
import dev.fanlight.relay.gateway.container.TcpKind;
import dev.fanlight.relay.gateway.flv.HttpFlvKind;
import dev.fanlight.relay.gateway.hls.HlsKind;
import dev.fanlight.relay.gateway.push.PushGatewayKind;
import dev.fanlight.relay.gateway.rtmp.RtmpGatewayKind;
import dev.fanlight.relay.gateway.rtsp.RtspGatewayKind;
import dev.fanlight.relay.gateway.srt.SrtGatewayKind;
import dev.fanlight.relay.gateway.still.StillGatewayKind;
import dev.fanlight.relay.gateway.webrtc.WebRtcGatewayKind;
import dev.fanlight.settings.SettingsSchema;
import java.util.List;

/** The kinds of gateway that the relay is built with, besides the one that serves its own pages. Stateless. */
public final class RelayGateways {

    /** A new kind is one more entry here. */
    public static final GatewayKinds KINDS = new GatewayKinds(List.of(
            new HttpFlvKind(),
            new HlsKind(),
            new RtmpGatewayKind(),
            new RtspGatewayKind(),
            new WebRtcGatewayKind(),
            new SrtGatewayKind(),
            new StillGatewayKind(),
            new ContainerKind(),
            new TcpKind(),
            new PushGatewayKind()));

    /** Every setting of a relay with these gateways. */
    public static final SettingsSchema SCHEMA = RelaySettings.SCHEMA.with(KINDS.sections());

    private RelayGateways() {}
}
