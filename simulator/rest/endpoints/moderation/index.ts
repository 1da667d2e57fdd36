import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../../json';
import type { WordLibrary } from '../../../state/moderation';
import {
	between,
	command,
	count,
	filled,
	integer,
	objects,
	objectsOf,
	oneOf,
	text,
	texts,
	textsOf,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxContentBytes = 8 * 1024;
const maxContents = 10;
const maxWords = 10;

const codes = { notAdmin: 2004 };
const content = (value: Json) => {
	if (typeof value !== 'string' || value === '') return 'a String';
	return Buffer.byteLength(value) > maxContentBytes
		? { code: 93000, info: 'the content is longer than 8 KB' }
		: undefined;
};
const parties: Rules = { 'ExtSender?': text, 'ExtReceiver?': text };

/** Every library's words block; anything else passes. */
function judged({ state }: Call, given: string): JsonObject {
	const found = [...state.world.moderation.libraries.values()].flatMap(({ words }) =>
		[...words].filter(([word]) => given.includes(word)),
	);
	return found.length === 0
		? { Result: 'Pass', Score: 0, Label: 'Normal', Keywords: [] }
		: {
				Result: 'Block',
				Score: 100,
				Label: found[0]?.[1].label ?? 'Composite',
				Keywords: found.map(([word]) => word),
			};
}

/** Moderating Content (1047/77827): texts and pictures at once, the others by callback. */
const checkContent = command({
	path: 'im_msg_audit/content_moderation',
	badBody: 2003,
	codes,
	rules: {
		AuditName: filled,
		ContentType: oneOf('Text', 'Image', 'Audio', 'Video'),
		Content: content,
		...parties,
	},
	handle(call) {
		const { ContentType, Content } = call.body;
		const isLater = ContentType === 'Audio' || ContentType === 'Video';
		const response: JsonObject = { RequestId: randomUUID() };
		return { response: isLater ? response : { ...response, ...judged(call, String(Content)) } };
	},
});

/** Moderating Contents in Batches (1047/77828). */
const checkMany = command({
	path: 'im_msg_audit/batch_content_moderation',
	badBody: 2003,
	codes,
	rules: {
		AuditName: filled,
		Contents: objects(
			{
				ContentId: integer,
				ContentType: (value) =>
					value === 'Text' || value === 'Image'
						? undefined
						: { code: 93005, info: 'texts and pictures only' },
				Content: content,
			},
			maxContents,
			93008,
		),
		...parties,
	},
	handle(call) {
		const contents = objectsOf(call.body.Contents);
		const ids = new Set(contents.map(({ ContentId }) => ContentId));
		if (ids.size < contents.length) return refuse(93007, 'a ContentId is there twice');
		return {
			response: {
				AuditResults: contents.map(({ ContentId, Content }): JsonObject => ({
					ContentId,
					ErrorCode: 0,
					ErrorInfo: '',
					...judged(call, String(Content)),
					RequestId: randomUUID(),
				})),
			},
		};
	},
});

/** A command on words, whose body names the app: 2003 where it is another one. */
function wordCommand(name: string, rules: Rules, handle: (call: Call) => Outcome): Endpoint {
	return command({
		path: `im_msg_audit_mgr/${name}`,
		badBody: 2003,
		codes,
		rules: { SdkAppId: integer, ...rules },
		handle(call) {
			if (call.body.SdkAppId !== call.state.app.sdkAppId) return refuse(2003, 'another app');
			const outcome = handle(call);
			return 'code' in outcome
				? outcome
				: { response: { RequestId: randomUUID(), ...outcome.response } };
		},
	});
}

const libraryOf = ({ body, state }: Call): WordLibrary | undefined =>
	state.world.moderation.libraries.get(String(body.LibID));

const page: Rules = { Offset: count, Limit: between(1, 100) };

const pageOf = <T>({ body }: Call, all: readonly T[]): T[] =>
	all.slice(Number(body.Offset), Number(body.Offset) + Number(body.Limit));

/** Getting Word Libraries (1047/77829). */
const getLibraries = wordCommand('get_cloud_audit_keywords_ids', page, (call) => {
	const all = [...call.state.world.moderation.libraries.values()];
	return {
		response: {
			TotalCount: all.length,
			Infos: pageOf(call, all).map(({ id, name }): JsonObject => ({
				ID: id,
				LibName: name,
				Describe: '',
				CreateTime: '2026-02-20 13:53:44 +0800 CST',
				Suggestion: 'Block',
			})),
		},
	};
});

/** Getting Words (1047/77830). */
const getWords = wordCommand(
	'get_cloud_audit_keywords',
	{ LibID: filled, ...page, 'Content?': text },
	(call) => {
		const library = libraryOf(call);
		if (!library) return refuse(2003, 'there is no such library');
		const search = String(call.body.Content ?? '');
		const all = [...library.words].filter(([word]) => word.includes(search));
		return {
			response: {
				TotalCount: all.length,
				Infos: pageOf(call, all).map(([word, { id }]): JsonObject => ({
					ID: id,
					Content: word,
					CreateTime: '2026-02-20 13:53:44',
				})),
			},
		};
	},
);

/** Adding Words (1047/77831). */
const addWords = wordCommand(
	'add_cloud_audit_keywords',
	{ LibID: filled, UserKeywords: objects({ Content: filled, 'Label?': text }, maxWords, 2016) },
	(call) => {
		const library = libraryOf(call);
		if (!library) return refuse(2003, 'there is no such library');
		for (const { Content, Label = 'Composite' } of objectsOf(call.body.UserKeywords)) {
			const id = String(call.state.world.moderation.nextId());
			library.words.set(String(Content), { id, label: String(Label) });
		}
		return { response: {} };
	},
);

/** Deleting Words (1047/77832). */
const deleteWords = wordCommand(
	'delete_cloud_audit_keywords',
	{ LibID: filled, Keywords: texts(maxWords, 2016) },
	(call) => {
		const library = libraryOf(call);
		if (!library) return refuse(2003, 'there is no such library');
		const details = textsOf(call.body.Keywords).map((word): JsonObject => {
			const known = library.words.get(word);
			return {
				KeywordID: known?.id ?? '',
				Keyword: word,
				Deleted: library.words.delete(word),
				ErrorInfo: known ? '' : 'not found',
			};
		});
		return {
			response: {
				Count: details.filter(({ Deleted }) => Deleted === true).length,
				Details: details,
			},
		};
	},
);

const localWord: Rules = {
	Keyword: filled,
	WordType: oneOf(1, 2),
	FilterType: oneOf(1, 2),
	'ReplacedContent?': text,
	'Id?': integer,
};

const isSame = (one: JsonObject, other: JsonObject) =>
	['Keyword', 'WordType', 'FilterType'].every((name) => one[name] === other[name]);

/** Words of the local filter: three commands that a public server SDK has, and no page outside China. */
const addLocal = wordCommand(
	'add_local_audit_keywords',
	{ LocalAuditWords: objects(localWord, maxWords, 2016) },
	(call) => {
		const { moderation } = call.state.world;
		for (const word of objectsOf(call.body.LocalAuditWords)) {
			moderation.localWords.push({ ReplacedContent: '', ...word, Id: moderation.nextId() });
		}
		return { response: {} };
	},
);

const deleteLocal = wordCommand(
	'delete_local_audit_keywords',
	{ LocalAuditWords: objects(localWord, maxWords, 2016) },
	(call) => {
		const { localWords } = call.state.world.moderation;
		for (const word of objectsOf(call.body.LocalAuditWords)) {
			const at = localWords.findIndex((known) => isSame(known, word));
			if (at < 0) return refuse(2100, 'there is no such word');
			localWords.splice(at, 1);
		}
		return { response: {} };
	},
);

const getLocal = wordCommand(
	'get_local_audit_keywords',
	{ FilterType: oneOf(1, 2), ...page, 'Keyword?': text },
	(call) => {
		const { FilterType, Keyword = '' } = call.body;
		const all = call.state.world.moderation.localWords.filter(
			(word) => word.FilterType === FilterType && String(word.Keyword).includes(String(Keyword)),
		);
		return {
			response: {
				TotalCount: all.length,
				LocalAuditWords: pageOf(call, all).map((word) => ({
					...word,
					UpdateTime: '2026-02-20 13:53:44',
				})),
			},
		};
	},
);

/** Judging contents, and the words that are looked for in them. */
export const moderationEndpoints: readonly Endpoint[] = [
	checkContent,
	checkMany,
	getLibraries,
	getWords,
	addWords,
	deleteWords,
	addLocal,
	deleteLocal,
	getLocal,
];
