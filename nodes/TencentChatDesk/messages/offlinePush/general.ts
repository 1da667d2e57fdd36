import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { pushLabel, Section, type PushControl } from './control';

const info = new Section();

const maxAdded = 99;
const maxShown = 999;

function readTranslations(fields: Fields, name: string, label: string) {
	const rows = fields.rows(name, 'translation', label).map((row) => {
		const Language = row.text('language', `${label}: Language`);
		const Title = row.optionalText('title', `${label}: Title`);
		const Desc = row.optionalText('desc', `${label}: Text`);
		if (Title === undefined && Desc === undefined) {
			throw new InvalidParameter(
				`'${label}' has neither a title nor a text for ${Language}`,
				'Fill in one of them, or take the language out.',
			);
		}
		return withoutAbsent({ Language, Title, Desc });
	});
	return rows.length > 0 ? rows : undefined;
}

/**
 * What phones of every make get. Documentation: Chat > "Message Formats", "OfflinePushInfo"; Push >
 * "Common Parameters" (trtc.io/document/77715).
 */
export const general: readonly PushControl[] = [
	info.control(
		'PushFlag',
		[
			'Disable',
			'disable',
			'Whether to send without any offline notification, to devices that are online only',
		],
		{ type: 'boolean', default: false },
		(fields, name, label) => fields.optionalFlag(name, label),
	),
	info.text('Title', ['Title', 'title', 'Title of the notification'], 'e.g. Your shop'),
	info.text(
		'Desc',
		['Text', 'desc', 'Text of the notification, in place of the one made from the message'],
		'e.g. You have a new message',
	),
	info.text(
		'Ext',
		[
			'Payload',
			'ext',
			'Passed to your app with the notification. It has to be JSON to reach every Android vendor. Text and payload together should stay below 3 KB.',
		],
		'e.g. {"open": "orders"}',
	),
	info.control(
		'MultiLanguageContent',
		[
			'Translations',
			'translations',
			'Title and text in other languages; who has none of them gets the general ones',
		],
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Language',
			options: [
				{
					displayName: 'Translation',
					name: 'translation',
					values: [
						{
							displayName: 'Language',
							name: 'language',
							type: 'string',
							default: '',
							placeholder: 'e.g. en',
							description: 'Code of the language',
						},
						{
							displayName: 'Title',
							name: 'title',
							type: 'string',
							default: '',
							placeholder: 'e.g. Your shop',
							description: 'Title of the notification in this language',
						},
						{
							displayName: 'Text',
							name: 'desc',
							type: 'string',
							default: '',
							placeholder: 'e.g. You have a new message',
							description: 'Text of the notification in this language',
						},
					],
				},
			],
		},
		readTranslations,
	),
	info.count(
		'BadgeAddNum',
		['Badge: Add', 'badgeAdd', "How much is added to the number on the app's icon, 1 to 99"],
		maxAdded,
	),
	info.control(
		'BadgeSetNum',
		[
			'Badge: Set',
			'badgeSet',
			"The number on the app's icon from now on, whatever is to be added: 0 to 999 on iPhones, 0 to 99 on Huawei, Honor and HarmonyOS",
		],
		{ type: 'string', default: '', placeholder: 'e.g. 1' },
		(fields, name, label) => fields.optionalInteger(name, label, { min: 0, max: maxShown }),
	),
	info.text(
		'PushTemplateId',
		['Template ID', 'templateId', 'Template of the notification that you made in the console'],
		'e.g. 1400000000-1',
	),
	info.json(
		'PushTemplateParam',
		[
			'Template Parameters (JSON)',
			'templateParameters',
			'Values for the gaps of the template, by their names, such as {"name": "Alice"}',
		],
		'e.g. {"name": "Alice"}',
	),
];

/** @throws InvalidParameter where one setting lacks the other that it belongs to */
export function checkGeneral({ PushTemplateId, PushTemplateParam }: Record<string, unknown>): void {
	if (PushTemplateParam === undefined || PushTemplateId !== undefined) return;
	throw new InvalidParameter(
		`'${pushLabel('Template Parameters (JSON)')}' is set without a template`,
		"Fill in 'Template ID', or leave the parameters out.",
	);
}
