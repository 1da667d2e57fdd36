import { AsyncLocalStorage } from 'node:async_hooks';

import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy } from 'n8n-workflow';
import type { LogMetadata } from 'n8n-workflow';

/** One line that n8n or a node wrote to n8n's logger. */
export interface LogEntry {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata?: LogMetadata;
}

type LogSink = (entry: LogEntry) => void;

// n8n has one logger per process; runs may overlap, so each line goes to the run that wrote it.
const currentSink = new AsyncLocalStorage<LogSink>();

const writerFor =
	(level: LogEntry['level']) =>
	(message: string, metadata?: LogMetadata): void =>
		currentSink.getStore()?.({ level, message, ...(metadata && { metadata }) });

const collector = {
	error: writerFor('error'),
	warn: writerFor('warn'),
	info: writerFor('info'),
	debug: writerFor('debug'),
	scoped: () => collector,
};

// Only the methods that n8n calls are there; the class itself would write to the console.
Container.set(Logger, collector as unknown as Logger);
LoggerProxy.init(collector);

/** Runs `work` and hands every log line that it causes, of every level, to `sink`. */
export function collectingLogs<Result>(sink: LogSink, work: () => Result): Result {
	return currentSink.run(sink, work);
}
