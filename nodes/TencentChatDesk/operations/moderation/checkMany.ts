import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome } from '../../contract';
import { recordsIn } from '../shared/records';
import type { BatchOperation } from '../operation';
import {
	contentProperties,
	partiesOptions,
	readContent,
	readContentType,
	readParties,
	readScene,
	scenes,
} from './contentFields';
import { moderationRateLimit, ofApp } from './moderationFields';

/** Code 93008. */
const maxContents = 10;

const types = [
	{ name: 'Image', value: 'Image' },
	{ name: 'Text', value: 'Text' },
];

const contentsOf = (body: Body) => recordsIn(body, 'Contents');

/** Items are told apart by their place in the call. */
const numbered = (contents: IDataObject[]) =>
	contents.map((content, ContentId) => ({ ...content, ContentId }));

function outcomeOf(response: ApiResponse, body: Body, place: number): Outcome {
	const result = recordsIn(response, 'AuditResults').find(({ ContentId }) => ContentId === place);
	const [{ ContentType } = {} as IDataObject] = contentsOf(body);
	const identity = { AuditName: body.AuditName, ContentType };
	const { ErrorCode, ErrorInfo, ContentId: _place, ...rest } = result ?? {};
	if (result && (ErrorCode === 0 || ErrorCode === undefined)) {
		return { done: true, output: { ...identity, ...rest } };
	}
	if (typeof ErrorCode === 'number') {
		const info = typeof ErrorInfo === 'string' ? ErrorInfo : '';
		return { done: false, code: ErrorCode, info, data: { ErrorCode, ...identity } };
	}
	return {
		done: false,
		kind: 'permanent',
		message: 'Tencent did not judge this content',
		advice: "Run the item again, or have it judged alone with 'Check Content'.",
		data: identity,
	};
}

export const checkMany: BatchOperation = {
	value: 'checkMany',
	name: 'Check Many',
	action: 'Check many contents',
	description: 'Have texts and pictures judged, ten items in a call',
	documentation: 'https://trtc.io/document/77828',
	shape: 'batch',
	path: 'im_msg_audit/batch_content_moderation',
	properties: [...contentProperties(types), scenes],
	options: partiesOptions,
	request: (fields) => ({
		AuditName: readScene(fields),
		Contents: [
			{
				ContentId: 0,
				ContentType: readContentType(fields, types),
				Content: readContent(fields),
			},
		],
		...readParties(fields),
	}),
	orderingKey: ofApp,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	batch: {
		maxSize: maxContents,
		key: ({ Contents: _contents, ...about }) => JSON.stringify(about),
		merge: (bodies) => ({ ...bodies[0], Contents: numbered(bodies.flatMap(contentsOf)) }),
		resultsByPlace: 'AuditResults',
		interpret: (response, bodies) => bodies.map((body, place) => outcomeOf(response, body, place)),
	},
};
