import { post } from "./post.ts";
import type { Channel, ChannelOptions, Notice } from "./port.ts";

export interface SlackSettings {
  readonly kind: "slack";
  /** Variable with the address of an incoming webhook. */
  readonly urlFrom: string;
  /** Whom P0 and P1 call: `here`, `channel`, or the id of a user or a group. */
  readonly mention?: string | undefined;
}

/** An incoming webhook of Slack. It knows no keys: after a death between sending and recording a notice stands there twice. */
export function createSlack({ urlFrom, mention }: SlackSettings, { fetch, secret }: ChannelOptions): Channel {
  return {
    async send(notice, signal) {
      const body = JSON.stringify(messageOf(notice, mention));
      await post(fetch, { url: secret(urlFrom), body, repeatable: false, signal });
    },
  };
}

const marks: Readonly<Record<Notice["priority"], string>> = { P0: "🚨", P1: "🔴", P2: "🟡", P3: "🟢" };

/** Slack takes 150 characters in a header and 3,000 in a section. */
const headerAtMost = 150;
const sectionAtMost = 2_900;

function messageOf(notice: Notice, mention: string | undefined) {
  const { priority, labels, title, lines, commands, links, source, key } = notice;
  const head = [marks[priority], priority, ...labels, title].join(" ");
  const called = mention !== undefined && (priority === "P0" || priority === "P1") ? [callOf(mention)] : [];
  const text = [...called, ...lines.map(plain)].join("\n");
  const typed = commands.length === 0 ? [] : [section(`\`\`\`${cut(commands.map(plain).join("\n"))}\`\`\``)];
  const addresses = links.map(({ text: name, url }) => `<${plain(url).replaceAll("|", "%7C")}|${plain(name)}>`);
  return {
    text: plain(head),
    blocks: [
      { type: "header", text: { type: "plain_text", text: head.slice(0, headerAtMost) } },
      ...(text === "" ? [] : [section(cut(text))]),
      ...typed,
      ...(addresses.length === 0 ? [] : [section(cut(addresses.join(" · ")))]),
      { type: "context", elements: [{ type: "plain_text", text: `${source} · ${key}`.slice(0, headerAtMost) }] },
    ],
  };
}

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

const cut = (text: string) => (text.length <= sectionAtMost ? text : `${text.slice(0, sectionAtMost)}…`);

/** Foreign words call nobody and make no links. */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("```", "'''");
}

function callOf(mention: string): string {
  if (mention === "here" || mention === "channel") return `<!${mention}>`;
  return mention.startsWith("S") ? `<!subteam^${mention}>` : `<@${mention}>`;
}
