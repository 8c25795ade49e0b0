package dev.fanlight.relay.gateway.websocket;

/** How far a player’s socket is. */
sealed interface ViewerState {

    /** It has to say what it wants to watch. */
    record Expected() implements ViewerState {}

    /** Its key is being checked: it has to wait. */
    record Checking() implements ViewerState {}

    /**
     * It watches.
     *
     * @param viewer takes what it says
     */
    record Watching(WatchingViewer viewer) implements ViewerState {}

    /** It has been told to go, or is gone. */
    record Ended() implements ViewerState {}
}
