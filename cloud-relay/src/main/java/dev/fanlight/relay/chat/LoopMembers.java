package dev.fanlight.relay.chat;

/** One page of a room, and how much of what was told to everybody it has got. Event loop only. */
final class LoopMembers {

    private final ChatMember member;
    private long next;

    LoopMembers(ChatMember member, long next) {
        this.member = member;
        this.next = next;
    }

    ChatMember member() {
        return member;
    }

    /** The number of the first thing that was told to everybody and not to this page. */
    long next() {
        return next;
    }

    /** It needs nothing before this number. */
    void skipTo(long number) {
        next = number;
    }
}
