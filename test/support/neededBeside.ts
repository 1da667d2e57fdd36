/** Controls that mean something beside others only, with those others. */
export const neededBeside: Record<string, Record<string, string | boolean>> = {
	apnsLiveActivityContent: { apnsLiveActivityId: 'order-4711' },
	apnsLiveActivityDismissal: { apnsLiveActivityId: 'order-4711' },
	apnsLiveActivityEvent: { apnsLiveActivityId: 'order-4711' },
	deduplicationKey: { sendOnce: true },
	oppoNotifyLevel: { oppoCategory: 'IM' },
	registrationNumbers: { namesByNumber: '{"0": "level", "1": "model"}' },
	tagsNot: { tagsOr: 'silver' },
	templateParameters: { templateId: '1400000000-1' },
};
