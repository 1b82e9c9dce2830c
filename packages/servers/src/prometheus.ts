import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answersOverHttp } from './answers.js';
import { requireBinary } from './binary.js';
import { type RunningServer, startServer } from './server.js';

/** What Prometheus and Alertmanager are told. */
export interface WebServerOptions {
  /** Text of the configuration file. */
  readonly config: string;
  /** Texts of the files that it names, by their paths relative to it: rules, secrets, templates. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface PrometheusOptions extends WebServerOptions {
  /** A folder with a database to begin with, as `promtool tsdb create-blocks-from` makes it. @default an empty one */
  readonly data?: string;
  /** Further arguments, such as `['--rules.alert.resend-delay=1s']`. */
  readonly args?: readonly string[];
}

/** Starts Prometheus. `POST /-/reload` and `/-/quit` are open. */
export function startPrometheus(options: PrometheusOptions): Promise<RunningServer> {
  const binary = requireBinary('prometheus');
  return startWebServer('prometheus', options, (folder, port) => [
    binary,
    `--config.file=${join(folder, 'config.yml')}`,
    `--storage.tsdb.path=${options.data ?? join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--web.enable-lifecycle',
    ...(options.args ?? []),
  ]);
}

/** Starts an Alertmanager that knows no others. */
export function startAlertmanager(options: WebServerOptions): Promise<RunningServer> {
  const binary = requireBinary('alertmanager');
  return startWebServer('alertmanager', options, (folder, port) => [
    binary,
    `--config.file=${join(folder, 'config.yml')}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    // No peers: without this it listens on every interface for them.
    '--cluster.listen-address=',
  ]);
}

function startWebServer(
  name: string,
  { config, files = {} }: WebServerOptions,
  command: (folder: string, port: number) => string[],
): Promise<RunningServer> {
  return startServer({
    name,
    prepare: ({ folder, port }) => {
      for (const [path, text] of Object.entries({ ...files, 'config.yml': config })) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return command(folder, port);
    },
    answers: (port) => answersOverHttp(`http://127.0.0.1:${port}/-/ready`),
    url: (port) => `http://127.0.0.1:${port}`,
  });
}
