import * as fc from 'fast-check';

import { parseResponse } from '../../nodes/TencentChatDesk/delivery/transport/response';
import { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { lists } from '../../nodes/TencentChatDesk/operations/shared/listSearch';
import {
	responsesWith,
	bodyOf,
	complaintAboutReading,
	fieldsRead,
	oddJson,
} from './support/responses';
import { panels } from './support/panel';

const seed = 20250401;

const reading = panels.flatMap((panel) => {
	const body = bodyOf(panel);
	return body ? [{ key: panel.key, operation: panel.operation, body }] : [];
});

describe('a response with anything in the fields that are read', () => {
	it.each(reading)('is read without a break: $key', ({ operation, body }) => {
		const names = fieldsRead(operation, body);
		fc.assert(
			fc.property(responsesWith(names, body), (response) => {
				expect(complaintAboutReading(operation, response, body)).toBeUndefined();
			}),
			{ seed, numRuns: 100 },
		);
	});

	// Quick replies are those of a category.
	const panel = new Fields((name) => (name === 'categoryId' ? '1' : ''));
	const names = ['Next', 'Data', 'MemberList', 'MemberGroupList', 'RoomList', 'GroupIdList', 'ID'];

	it.each(Object.entries(lists))('offers choices that n8n can show: %s', (_name, list) => {
		const body = list.body(undefined, undefined, panel);
		fc.assert(
			fc.property(responsesWith(names, body), (response) => {
				for (const { name, value } of list.choices(response)) {
					expect([typeof name, typeof value]).toEqual([
						'string',
						expect.stringMatching(/^(string|number)$/),
					]);
				}
				expect(['string', 'undefined']).toContain(typeof list.nextToken(response, body));
			}),
			{ seed, numRuns: 300 },
		);
	});
});

describe('an envelope that is none', () => {
	const status = fc.constantFrom(100, 200, 204, 301, 302, 307, 400, 429, 500, 502);
	const envelope = fc.oneof(
		fc.json(),
		fc.string({ unit: 'binary' }),
		fc.constantFrom('', '{', '<html>502</html>', '[]', 'null', '"OK"', '['.repeat(100_000)),
		fc
			.record({
				ErrorCode: fc.constantFrom(...oddJson),
				ErrorInfo: fc.constantFrom(...oddJson),
				ActionStatus: fc.constantFrom(...oddJson, 'OK', 'FAIL'),
				RequestId: fc.constantFrom(...oddJson),
			})
			.map((response) => JSON.stringify(response)),
	);

	it('is good with HTTP 2xx and the number 0 as ErrorCode only, and else says what to do', () => {
		fc.assert(
			fc.property(status, fc.option(envelope, { nil: undefined }), (httpStatus, text) => {
				const reply = parseResponse(httpStatus, text);
				if (reply.ok) {
					expect([Math.floor(httpStatus / 100), reply.response.ErrorCode]).toEqual([2, 0]);
					return;
				}
				expect(reply.failure.message).not.toBe('');
				expect(reply.failure.advice).toMatch(/\.$/);
			}),
			{ seed, numRuns: 3000 },
		);
	});
});
