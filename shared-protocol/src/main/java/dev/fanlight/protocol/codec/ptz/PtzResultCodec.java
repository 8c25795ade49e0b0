package dev.fanlight.protocol.codec.ptz;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadPreset;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.ptz.PtzResult;
import java.util.ArrayList;
import java.util.List;

/** {@code ptz_result}. */
final class PtzResultCodec implements MessageCodec<PtzResult> {

    @Override
    public PtzResult read(Members members) throws ProtocolException {
        return new PtzResult(
                members.clientId(), new HeadAnswer(members.oneOf("result", HeadResult.class), presets(members)));
    }

    @Override
    public void write(PtzResult message, MemberWriter out) {
        HeadAnswer answer = message.answer();
        out.text("client_id", message.clientId()).text("result", answer.result().wireName());
        if (!answer.presets().isEmpty()) {
            out.objects(
                    "presets",
                    answer.presets(),
                    preset -> out.text("token", preset.token()).text("name", preset.name()));
        }
    }

    private static List<HeadPreset> presets(Members members) throws ProtocolException {
        List<HeadPreset> presets = new ArrayList<>();
        if (members.has("presets")) {
            for (Members each : members.objects("presets", HeadPreset.MAX_PRESETS)) {
                presets.add(new HeadPreset(
                        each.string("token", HeadCommand.MAX_TOKEN), each.string("name", HeadPreset.MAX_NAME)));
            }
        }
        return presets;
    }
}
