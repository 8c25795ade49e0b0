package dev.fanlight.protocol.codec.agent;

import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code pending}. */
final class PendingCodec implements MessageCodec<Pending> {

    @Override
    public Pending read(Members members) throws ProtocolException {
        return new Pending(code(members), members.millis("lifetime_ms"));
    }

    @Override
    public void write(Pending message, MemberWriter out) {
        out.text("code", message.code())
                .number("lifetime_ms", message.lifetime().toMillis());
    }

    private static String code(Members members) throws ProtocolException {
        String code = members.string("code");
        if (!ApprovalCode.isValid(code)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"code\" must be 8 of " + ApprovalCode.ALPHABET);
        }
        return code;
    }
}
