import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { localOnly } from '../control/guard';
import type { Core } from '../core';
import { inboxView } from './view';

/** Pictures, sounds and videos of messages may come from anywhere; scripts and styles may not. */
const headers = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		'img-src https: http:',
		'media-src https: http:',
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-store',
};

const types = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
};

/** What the page loads, by the address: the files of client/, each under its own name. */
const files: ReadonlyMap<string, { content: Buffer; type: string }> = new Map(
	[
		['', 'index.html', types.html] as const,
		['inbox.css', 'inbox.css', types.css] as const,
		...[
			'inbox',
			'api',
			'composer',
			'conversationHeader',
			'conversationList',
			'deskMessages',
			'dom',
			'elements',
			'faults',
			'markdown',
			'messageList',
			'newConversation',
			'parts',
			'setup',
		].map((name) => [`${name}.js`, `${name}.js`, types.js] as const),
	].map(([address, name, type]) => [
		address,
		{ content: readFileSync(join(__dirname, 'client', name)), type },
	]),
);

const maxConversations = 1000;

interface InboxParameters {
	limit?: string;
	search?: string;
	open?: string;
	from?: string;
}

/** Serves the inbox at / and what it shows at /api/inbox. */
export function addPageRoutes(app: FastifyInstance, core: Core): void {
	const options = { onRequest: localOnly };
	app.get<{ Params: { '*': string } }>('/*', options, async ({ params }, reply) => {
		const file = files.get(params['*']);
		if (!file) return reply.callNotFound();
		return await reply.headers(headers).type(file.type).send(file.content);
	});
	// Browsers ask for it unasked; without a response their console shows an error.
	app.get('/favicon.ico', options, async (_request, reply) => await reply.code(204).send());
	app.get<{ Querystring: InboxParameters }>('/api/inbox', options, ({ query }) =>
		inboxView(core, {
			limit: Math.min(Math.max(integer(query.limit, 100), 1), maxConversations),
			search: String(query.search ?? ''),
			open: String(query.open ?? ''),
			from: integer(query.from, -50),
		}),
	);
}

function integer(text: string | undefined, fallback: number): number {
	const number = Number.parseInt(text ?? '', 10);
	return Number.isNaN(number) ? fallback : number;
}
