package dev.fanlight.relay.gateway;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.CameraAddress;
import java.util.List;

/** One gateway of a running relay: a component that says where it is reached. */
public interface Gateway extends Component {

    /** The addresses of each camera, which the owner is shown; only while it runs. Any thread, must not block. */
    default List<CameraAddress> addresses() {
        return List.of();
    }

    /** What it pushes. Any thread, must not block. */
    default List<PushStatus> pushes() {
        return List.of();
    }

    /** The features of the protocol that players of the page have through it, as {@code Features} names them. Any thread, must not block. */
    default List<String> features() {
        return List.of();
    }

    /** What the owner has to do so that it works, a sentence each, without secrets; nothing when all is well. Any thread; blocking. */
    default List<String> problems() {
        return List.of();
    }
}
