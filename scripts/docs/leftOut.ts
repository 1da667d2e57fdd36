/** A command that is no operation, and why. */
export interface LeftOut {
	/** What it would do. */
	what: string;
	/** Why the node does not offer it. */
	why: string;
	/** How to try it with API: Call; undefined where no name of a command is known. */
	call?: { command: string; body: object };
}

const nameByAnalogy =
	"Tencent's page on it could not be read: name and fields are concluded from its siblings, and may be wrong.";
const noCommand = "No command is documented: Tencent's console, or a client, does it.";

/** Commands of Desk that are left out. Page numbers are those of cloud.tencent.com/document/product/269. */
const desk: LeftOut[] = [
	{
		what: 'Create a role (near page 124915)',
		why: nameByAnalogy,
		call: { command: 'desk_http_svc/create_role', body: { RoleName: 'Night shift' } },
	},
	{
		what: 'Delete a role (near page 124915)',
		why: nameByAnalogy,
		call: { command: 'desk_http_svc/delete_role', body: { RoleID: 101 } },
	},
	{
		what: 'Delete a category of quick replies (page 119747)',
		why: nameByAnalogy,
		call: { command: 'desk_http_svc/delete_quick_reply_group', body: { GroupId: '37' } },
	},
	{
		what: 'Add a quick reply (page 119749)',
		why: nameByAnalogy,
		call: {
			command: 'desk_http_svc/add_quick_reply',
			body: { GroupId: '37', Title: 'Hello', Content: 'Hello, how can I help?' },
		},
	},
	{
		what: 'Delete a quick reply (page 119751)',
		why: nameByAnalogy,
		call: { command: 'desk_http_svc/delete_quick_reply', body: { QuickReplyId: '1024' } },
	},
	{
		what: 'Add a personal quick reply (page 119753)',
		why: nameByAnalogy,
		call: {
			command: 'desk_http_svc/add_member_quick_reply',
			body: { MemberId: 'mia@example.com', Title: 'My name', Content: 'I am Mia.' },
		},
	},
	{
		what: 'Delete a personal quick reply (page 119755)',
		why: nameByAnalogy,
		call: {
			command: 'desk_http_svc/delete_member_quick_reply',
			body: { MemberId: 'mia@example.com', QuickReplyId: '1024' },
		},
	},
	{
		what: 'Force an agent offline (named on page 124943)',
		why: nameByAnalogy,
		call: {
			command: 'desk_http_svc/force_member_offline',
			body: { MemberMail: 'mia@example.com' },
		},
	},
	{
		what: 'Set the similar questions of an FAQ question',
		why: 'Whether they replace those of before or are added to them is not known.',
		call: {
			command: 'openim_console_http_svc/update_faq_similar',
			body: { StandardQuestionId: 'q1', SimilarQuestions: ['Can I send something back?'] },
		},
	},
	{
		what: 'Set the similar questions of small talk',
		why: 'Whether they replace those of before or are added to them is not known.',
		call: {
			command: 'openim_console_http_svc/update_chitchat_similar',
			body: { StandardQuestionId: 't1', SimilarQuestions: ['How do you do?'] },
		},
	},
	{
		what: 'Add small talk',
		why: nameByAnalogy,
		call: {
			command: 'openim_console_http_svc/add_chitchat',
			body: { CategoryId: 88001, Question: 'How are you?', Answer: 'Fine.', AnswerType: 0 },
		},
	},
	{
		what: 'Enable, disable or delete small talk',
		why: nameByAnalogy,
		call: {
			command: 'openim_console_http_svc/batch_set_chitchat',
			body: { StandardQuestionIds: ['t1'], Status: 5 },
		},
	},
	{
		what: 'List the categories of small talk',
		why: nameByAnalogy,
		call: { command: 'openim_console_http_svc/desc_chitchat_category', body: {} },
	},
	{
		what: 'Delete an agent, change a password, make a token for the workbench',
		why: 'Only the Cloud API 3.0 has them (DeleteStaff, ModifyStaffPassword, CreateSDKLoginToken), which is signed with another kind of credential.',
	},
	{ what: "Read the track of an agent's status", why: noCommand },
	{ what: 'List, change or delete robots of Desk', why: noCommand },
	{ what: 'Documents and task flows of a robot', why: noCommand },
];

/** Commands of Live that are left out. */
const live: LeftOut[] = [
	{
		what: 'Change a gift',
		why: "Only Tencent's own live manager calls it, with the whole gift; whether fields that are left out stay is not known. Read the gift first.",
		call: {
			command: 'live_engine_http_srv/edit_gift',
			body: {
				GiftId: 'rose',
				DefaultName: 'Rose',
				DefaultDesc: '',
				IconUrl: '',
				Coins: 12,
				ResourceUrl: '',
				Level: 0,
				ExtensionInfo: '',
			},
		},
	},
	{
		what: 'List all gifts',
		why: "Only Tencent's own live manager calls it; no page has it.",
		call: { command: 'live_engine_http_srv/get_gift_info_list', body: {} },
	},
	{
		what: 'Change a category of gifts',
		why: "Only Tencent's own live manager calls it; no page has it.",
		call: {
			command: 'live_engine_http_srv/edit_gift_category',
			body: { CategoryId: 'flowers', DefaultName: 'Flowers', DefaultDesc: '' },
		},
	},
	{
		what: 'Mix the picture of a room by hand',
		why: 'Its fields are not known; Restore Mixed Layout takes it back.',
		call: { command: 'live_engine_http_srv/set_mix_stream', body: { RoomId: 'room1' } },
	},
	{ what: 'End a battle', why: noCommand },
	{ what: 'Connect and disconnect rooms, list the hosts that are connected', why: noCommand },
	{ what: 'List the layouts of seats', why: noCommand },
];

/** Commands of Chat that are left out. */
const chat: LeftOut[] = [
	{
		what: "List the addresses of Tencent's servers",
		why: 'Firewalls are set up with it, once; no workflow needs it.',
		call: { command: 'ConfigSvc/GetIPList', body: {} },
	},
	{
		what: 'Permission groups of communities',
		why: 'Their fields could not be read; Group: Update turns permission groups on and off.',
	},
	{
		what: 'A streaming message of a robot in a group',
		why: 'A map of pages names it; its command and fields are not known.',
	},
	{ what: "Search messages in Tencent's cloud", why: 'No page on its fields could be read.' },
];

/** What Tencent can do and no operation does, from its pages. */
export const leftOut: ReadonlyArray<{ product: string; commands: readonly LeftOut[] }> = [
	{ product: 'Chat', commands: chat },
	{ product: 'Desk', commands: desk },
	{ product: 'Live', commands: live },
];
