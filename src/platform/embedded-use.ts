import { connect, type Socket } from 'node:net';
import type { KeeperDoor, KeptServer } from './embedded-keeper';

/** A connection to the keeper, by which this process counts as a user of the server. */
export interface Use {
  server: KeptServer;
  /** Whether the keeper has ended, or is gone. */
  isOver(): boolean;
  /** Calls back when the keeper is gone although this process has not left. */
  onLost(act: () => void): void;
  /** Leaves. The last to leave waits until the server has stopped. */
  leave(): Promise<void>;
}

const firstLine = (socket: Socket) =>
  new Promise<string | undefined>((settle) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (text.includes('\n')) settle(text);
    });
    socket.once('close', () => settle(undefined));
  });

/** Becomes a user of the server that a keeper runs; undefined when the keeper is ending or gone. */
export async function useServer({ port, token }: KeeperDoor): Promise<Use | undefined> {
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
  let over = false;
  const closed = new Promise<void>((settle) =>
    socket.once('close', () => {
      over = true;
      settle();
    }),
  );
  socket.write(`${token}\n`);
  const answer = await firstLine(socket);
  if (answer === undefined) return undefined;
  socket.unref();
  let left = false;
  return {
    server: JSON.parse(answer) as KeptServer,
    isOver: () => over,
    onLost: (act) => void closed.then(() => left || act()),
    leave: () => {
      left = true;
      socket.ref().end();
      return closed;
    },
  };
}
