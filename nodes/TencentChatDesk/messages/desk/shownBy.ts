/** Which of the official clients draw a kind, in the words of the panel; the period is left to the sentence. */
export const shownBy = {
	all: 'Shown on web, Android, iOS and Flutter, and in mini programs',
	notMiniPrograms: 'Shown on web, Android, iOS and Flutter; not in mini programs',
	fewClients:
		'Shown on Flutter, React Native and newer uni-app clients only. On web, Android, iOS and in mini programs the customer sees nothing: send a Card there',
} as const;

/** The clients look for these messages nowhere else. */
export const inDeskOnly = 'Clients draw it in conversations with a customer service account';
