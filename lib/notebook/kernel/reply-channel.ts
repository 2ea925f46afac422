import type { Json, Message } from "../protocol/message.js";
import type { Publisher, StreamName } from "./publisher.js";

/** Where everything goes that one request causes. */
export interface ReplyChannel {
  /** To all front ends. */
  publish(type: string, content: Json): void;
  print(name: StreamName, text: string): void;
}

export const replyChannel = ({ publish, print }: Publisher, cause: Message): ReplyChannel => ({
  publish: (type, content) => publish(cause, type, content),
  print: (name, text) => print(cause, name, text),
});
