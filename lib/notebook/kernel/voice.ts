import { answer, encode, type Json, type Message } from "../protocol/message.js";
import type { Socket } from "../protocol/sockets.js";

/** How the kernel speaks because of one request. */
export interface Voice {
  /** To all who listen. */
  publish(type: string, content: Json): void;
  /** Works as busy, then replies to the one who asked, if there is a reply. */
  answer(work: () => Promise<Json | undefined>): Promise<void>;
}

interface Mouth {
  readonly shell: Socket;
  readonly iopub: Socket;
  readonly key: string;
}

export function voiceOf({ shell, iopub, key }: Mouth, message: Message): Voice {
  const replyType = message.header.msg_type.replace("_request", "_reply");
  const publish = (type: string, content: Json): void =>
    iopub.send(encode({ ...answer(message, type, content), identities: [Buffer.from(type)] }, key));
  return {
    publish,
    answer: async work => {
      publish("status", { execution_state: "busy" });
      try {
        const content = await work();
        if (content) shell.send(encode(answer(message, replyType, content), key));
      } finally {
        publish("status", { execution_state: "idle" });
      }
    },
  };
}
