import { lookup as resolve } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isSentinelError } from '@llm-sentinel/core';
import { invalidOption, onlyKnown } from '../check.js';
import { connectionError, deliveryError, statusError } from './delivery-error.js';
import { isPrivateAddress } from './private-addresses.js';

/** What a channel may connect to. */
export interface NetworkOptions {
  /** Addresses of this machine and of private networks: needed for receivers of your own, dangerous when others choose the URL. @default false */
  readonly allowPrivateAddresses?: boolean;
  /** `http:` beside `https:`. @default false */
  readonly allowHttp?: boolean;
  /** Certificates to trust beside nobody else's, in PEM. @default those that Node trusts */
  readonly ca?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** At most the first 64 KiB. */
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** An address that JSON is posted to. The address is a secret: it holds a token. */
export interface HttpTarget {
  /**
   * Follows no redirect, and connects only where it may.
   *
   * @throws SentinelError UNAVAILABLE or ADAPTER_FAILED when there was no answer.
   */
  post(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer>;
}

const MAX_ANSWER_BYTES = 65_536;

/**
 * @param option Name of the option that holds the address, for errors. The address itself is never named.
 * @throws SentinelError INVALID_OPTION for an address that is none or leads where it may not.
 */
export function httpTarget(
  channel: string,
  option: string,
  address: unknown,
  network: NetworkOptions = {},
): HttpTarget {
  onlyKnown(network, ['allowPrivateAddresses', 'allowHttp', 'ca']);
  const { allowPrivateAddresses = false, allowHttp = false, ca } = network;
  const url = parsed(option, address);
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) {
    throw invalidOption(`\`${option}\` must begin with https:, or \`network.allowHttp\` be set.`);
  }
  if (url.username !== '' || url.password !== '') throw invalidOption(`\`${option}\` must hold no user and password.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateAddresses && isPrivateAddress(host)) {
    throw invalidOption(`\`${option}\` is a private address: set \`network.allowPrivateAddresses\` if it has to be.`);
  }

  /** Checks what a name stands for at the moment of connecting: checked before, it could stand for something else by then. */
  const lookup: LookupFunction = (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      const addresses = found ?? [];
      const [first] = addresses;
      if (error !== null) callback(error, '');
      else if (
        first === undefined ||
        (!allowPrivateAddresses && addresses.some((each) => isPrivateAddress(each.address)))
      ) {
        callback(deliveryError(channel, 'leads to a private address.', { isTransient: false }), '');
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

  return {
    post: (body, headers, signal) =>
      new Promise((fulfil, reject) => {
        const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
        const request: ClientRequest = send(url, {
          method: 'POST',
          // Alerts are rare: a connection that was kept would mostly be dead by the next one.
          agent: false,
          signal,
          ...(isIP(host) === 0 && { lookup }),
          ...(ca !== undefined && { ca }),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'user-agent': 'llm-sentinel-alerting',
            accept: '*/*',
            ...headers,
            'content-length': String(Buffer.byteLength(body)),
          },
        });
        const failed = (error: unknown) => {
          reject(signal.aborted ? signal.reason : isSentinelError(error) ? error : connectionError(channel, error));
        };
        request.on('error', failed);
        request.on('response', (response) => {
          read(response).then((text) => {
            fulfil({ status: response.statusCode ?? 0, body: text, headers: response.headers });
          }, failed);
        });
        request.end(body);
      }),
  };
}

/** Throws for an answer that is no success; `retryAfterMs` is what the body asked for, if the channel knows how to read it. */
export function requireSuccess(channel: string, { status, headers }: HttpAnswer, retryAfterMs?: number): void {
  if (status >= 200 && status < 300) return;
  throw statusError(channel, status, retryAfterMs ?? retryAfter(headers['retry-after']));
}

/** `Retry-After`, in seconds or as a date. */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function parsed(option: string, address: unknown): URL {
  try {
    if (typeof address === 'string') return new URL(address);
  } catch {
    // The error of the constructor would quote the address.
  }
  throw invalidOption(`\`${option}\` must be the address to post to.`);
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    // Leaving the loop closes the connection: nobody can keep us reading.
    if (bytes >= MAX_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8');
}
