import type { FastifyInstance } from 'fastify';
import { localOnly } from '../control/guard';
import type { Core } from '../core';
import { inboxPage } from './inbox';
import { INBOX_CSS } from './styles';

/** Pictures of cards may come from anywhere; nothing else may, and no script at all. */
const HEADERS = {
	'content-security-policy': [
		"default-src 'none'",
		"style-src 'self'",
		'img-src https: http:',
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-store',
};

/** Serves the inbox at /. */
export function addPageRoutes(app: FastifyInstance, core: Core): void {
	const options = { onRequest: localOnly };
	app.get('/', options, async (_request, reply) => {
		const page = inboxPage(core.conversations.list());
		return await reply.headers(HEADERS).type('text/html; charset=utf-8').send(page);
	});
	// Browsers ask for it unasked; without an answer their console shows an error.
	app.get('/favicon.ico', options, async (_request, reply) => await reply.code(204).send());
	app.get('/inbox.css', options, async (_request, reply) => {
		return await reply.headers(HEADERS).type('text/css; charset=utf-8').send(INBOX_CSS);
	});
}
