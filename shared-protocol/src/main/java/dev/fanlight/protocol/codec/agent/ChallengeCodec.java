package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code challenge}. */
final class ChallengeCodec implements MessageCodec<Challenge> {

    @Override
    public Challenge read(Members members) throws ProtocolException {
        return new Challenge(
                members.string("relay"), ChallengeMembers.nonce(members), ChallengeMembers.seconds(members));
    }

    @Override
    public void write(Challenge message, MemberWriter out) {
        out.text("relay", message.relay()).bytes("nonce", message.nonce()).number("time", message.time());
    }
}
