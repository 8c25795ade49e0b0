/** A peer said something the protocol forbids; whoever reads the socket answers by closing it. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
