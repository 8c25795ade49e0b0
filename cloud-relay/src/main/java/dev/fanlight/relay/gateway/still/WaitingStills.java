package dev.fanlight.relay.gateway.still;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The requests that wait for a JPEG of one camera. Guarded by the stream’s lock. */
final class WaitingStills {

    /** Most requests that wait for a JPEG of one camera. */
    static final int MAX = 32;

    private final List<StillRequest> requests = new ArrayList<>();

    boolean isFull() {
        return requests.size() >= MAX;
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    void add(StillRequest request) {
        requests.add(request);
    }

    /** Whether it has waited until now. */
    boolean remove(StillRequest request) {
        return requests.remove(request);
    }

    /** How many want the camera to wake. */
    int waking() {
        return (int) requests.stream().filter(StillRequest::wakes).count();
    }

    void refuseAll(StillRefusal reason) {
        answer(request -> true, request -> request.refuse(reason));
    }

    /** Answers those for whom it is new enough. */
    void answer(Jpeg jpeg) {
        answer(request -> request.needed() <= jpeg.number(), request -> request.answer(jpeg));
    }

    private void answer(Predicate<StillRequest> which, Consumer<StillRequest> answer) {
        List<StillRequest> answered = requests.stream().filter(which).toList();
        requests.removeAll(answered);
        answered.forEach(answer);
    }
}
