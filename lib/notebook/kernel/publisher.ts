import { answer, encode, type Json, type Message } from "../protocol/message.js";
import type { Frames } from "../protocol/sockets.js";

export type StreamName = "stdout" | "stderr";

/** What all front ends are told because of a request. */
export interface Publisher {
  publish(cause: Message, type: string, content: Json): void;
  /** Text, joined with what is printed shortly before and after it: a message for each line would be too many. */
  print(cause: Message, name: StreamName, text: string): void;
  /** Sends the text that waits to be joined. */
  flush(): void;
}

/** Text is sent when there is so much of it (characters), and at the latest after this time (ms). */
const JOINED = { length: 65_536, pause: 50 } as const;

interface Text {
  readonly cause: Message;
  readonly name: StreamName;
  readonly pieces: string[];
  length: number;
}

/** Signs messages with the key and gives them to `send`, in the order of the calls. */
export function publisher(key: string, send: (frames: Frames) => void): Publisher {
  let text: Text | undefined;
  let sent = -Infinity;
  const emit = (cause: Message, type: string, content: Json): void =>
    send(encode({ ...answer(cause, type, content), identities: [Buffer.from(type)] }, key));
  const flush = (): void => {
    if (!text) return;
    const { cause, name, pieces } = text;
    text = undefined;
    sent = performance.now();
    emit(cause, "stream", { name, text: pieces.join("") });
  };
  const begin = (cause: Message, name: StreamName): Text => {
    flush();
    setImmediate(flush);
    return { cause, name, pieces: [], length: 0 };
  };
  return {
    publish: (cause, type, content) => {
      flush();
      emit(cause, type, content);
    },
    print: (cause, name, piece) => {
      if (piece === "") return;
      if (text?.cause !== cause || text.name !== name) text = begin(cause, name);
      text.pieces.push(piece);
      text.length += piece.length;
      if (text.length >= JOINED.length || performance.now() - sent >= JOINED.pause) flush();
    },
    flush,
  };
}
