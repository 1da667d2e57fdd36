import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
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

const types = [
	{ name: 'Audio', value: 'Audio' },
	{ name: 'Image', value: 'Image' },
	{ name: 'Text', value: 'Text' },
	{ name: 'Video', value: 'Video' },
];

export const checkContent: SingleOperation = {
	value: 'checkContent',
	name: 'Check Content',
	action: 'Check content',
	description:
		'Have a text, a picture, a recording or a film judged: Pass, Review or Block. The result of the last two comes by callback.',
	documentation: 'https://trtc.io/document/77827',
	shape: 'single',
	path: 'im_msg_audit/content_moderation',
	properties: [...contentProperties(types), scenes],
	options: partiesOptions,
	request: (fields) => ({
		AuditName: readScene(fields),
		ContentType: readContentType(fields, types),
		Content: readContent(fields),
		...readParties(fields),
	}),
	orderingKey: ofApp,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	interpret: (response, { AuditName, ContentType }) => sent(response, { AuditName, ContentType }),
};
