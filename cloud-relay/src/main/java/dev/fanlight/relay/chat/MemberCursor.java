package dev.fanlight.relay.chat;

/** One member of a room, and its position in the sequence of messages that are broadcast on its loop. Event loop only. */
final class MemberCursor {

    private final ChatMember member;
    private long next;

    MemberCursor(ChatMember member, long next) {
        this.member = member;
        this.next = next;
    }

    ChatMember member() {
        return member;
    }

    /** Number of the first broadcast message that this member has not received. */
    long next() {
        return next;
    }

    /** Moves the position: everything before this number is skipped. */
    void skipTo(long number) {
        next = number;
    }
}
