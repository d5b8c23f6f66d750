import type { Motif } from '../draw/motif.ts';

/** A story as it is told. The question is one of the starter library, in its words. */
export interface Told {
  key: string;
  by: 'rosa' | 'otto';
  topic: string;
  question: string;
  motif: Motif;
  wall: string;
  side: 'left' | 'right';
  /** Without a picture: the voice alone. */
  voiceAlone?: true;
  /** `chosen`: Anna may watch it, and nobody else. */
  watched: 'everyone' | 'chosen' | 'nobody';
  summary: string;
  /** Spoken one by one; each is a caption. */
  said: string[];
}

/** In the order of telling, the newest last. */
export const stories: Told[] = [
  {
    key: 'goat',
    by: 'otto',
    topic: 'animals-and-outdoors',
    question: 'Tell us about an animal that had a mind of its own.',
    motif: 'goat',
    wall: '#5f6f50',
    side: 'right',
    watched: 'everyone',
    summary:
      'Greta the goat waited for the postman each morning. One day she ate a letter from the tax office, and Otto’s father gave her sugar.',
    said: [
      'We had a goat called Greta.',
      'She did not like my uncle, and she did not like rain.',
      'But she loved the postman.',
      'Every morning she stood at the gate and waited for him.',
      'One day he brought a letter from the tax office.',
      'Greta took it out of his hand, very politely, and ate it.',
      'My father looked at her for a long time.',
      'Then he went in and came back with a lump of sugar.',
    ],
  },
  {
    key: 'bakery',
    by: 'rosa',
    topic: 'kitchen-table',
    question: 'Who made the best bread, soup or cake you ever ate? Did you ever learn the trick?',
    motif: 'bakery',
    wall: '#7f5140',
    side: 'right',
    watched: 'everyone',
    summary:
      'Her father’s bakery in Cádiz, 1952. He tapped each loaf and listened to it. Rosa still knocks on bread before she cuts it.',
    said: [
      'My father had a bakery in Cádiz, in nineteen fifty two.',
      'It was one room, one oven, and a door that never shut.',
      'At four in the morning he lit the fire, and I woke up from the smell.',
      'I was nine, and I stood on a flour sack to reach the table.',
      'He took out a loaf, and he knocked on it with one finger.',
      'Listen, he said. When it answers like a door, it is done.',
      'That is the whole trick.',
      'I am eighty two, and I still knock on my bread.',
    ],
  },
  {
    key: 'sound',
    by: 'rosa',
    topic: 'childhood-home',
    question: 'Which sound would tell you at once that you were back in your childhood home?',
    motif: 'harbour',
    wall: '#6b6a55',
    side: 'left',
    watched: 'everyone',
    summary:
      'The horns of the ships in the harbour of Cádiz. Her mother knew each of them by its voice and set the clock by one.',
    said: [
      'The horns of the ships.',
      'Our window looked at the harbour, and my mother knew every one of them.',
      'That is the mail boat, she would say, and put the coffee on.',
      'She did not own a watch.',
      'When the ferry from Puerto called, it was time for school.',
      'When it was late, the whole street was late.',
      'If I heard that horn tonight, I would look for my shoes.',
    ],
  },
  {
    key: 'crossing',
    by: 'rosa',
    topic: 'places-and-moving',
    question:
      'Tell us about the longest trip you ever made. How did you travel, and what did you eat?',
    motif: 'ship',
    wall: '#4f6670',
    side: 'right',
    watched: 'everyone',
    summary:
      'Eleven days by ship from Cádiz to New York, in March 1961, with six oranges and her mother’s shawl. She kept the last orange until the harbour.',
    said: [
      'Eleven days on a ship, in March of nineteen sixty one.',
      'I was eighteen, and I had one suitcase and six oranges.',
      'My mother said, eat one every second day, then you will not be sick.',
      'The sea was grey, and it stood up like a wall.',
      'A sailor taught me three words of English. Please, sorry, and potato.',
      'On the last morning somebody shouted, and we all ran up.',
      'There was New York, in the fog, like a shelf of books.',
      'I peeled my last orange and I shared it with a stranger.',
    ],
  },
  {
    key: 'kindness',
    by: 'rosa',
    topic: 'places-and-moving',
    question: 'Who was kind to you when you were new in a place? Tell us what they did.',
    motif: 'street',
    wall: '#6d5a4c',
    side: 'left',
    voiceAlone: true,
    watched: 'everyone',
    summary:
      'Mrs. Feldman from the floor below taught Rosa English with the radio on, and had her repeat the weather every evening.',
    said: [
      'Mrs. Feldman, from the floor below.',
      'She heard me cry through the ceiling, and she came up with soup.',
      'She had no Spanish, and I had no English.',
      'So she turned on the radio, and we learned the weather.',
      'Every evening I had to say it after the man.',
      'Cloudy, with a chance of showers.',
      'It was the first thing I could say without a mistake.',
      'And to this day, when it rains, I think of soup.',
    ],
  },
  {
    key: 'school',
    by: 'otto',
    topic: 'school-days',
    question: 'How did you get to school each day? Take us along the way.',
    motif: 'winter',
    wall: '#4d6274',
    side: 'left',
    watched: 'everyone',
    summary:
      'Four kilometres on skis through the woods near Östersund, with a hot potato in each pocket that was lunch by noon.',
    said: [
      'On skis. Four kilometres through the woods, near Östersund.',
      'My mother put a hot potato in each of my pockets.',
      'They kept my hands warm on the way, and at noon they were lunch.',
      'It was so dark that I sang, so that the moose would know me.',
      'Halfway there was a big stone, and my friend Nils waited behind it.',
      'We never agreed to meet there. He was just always there.',
      'He still lives two streets from me.',
    ],
  },
  {
    key: 'dance',
    by: 'rosa',
    topic: 'love',
    question: 'Think of someone you have loved. How did you meet, and who else was there?',
    motif: 'dance',
    wall: '#6a3f3f',
    side: 'right',
    watched: 'everyone',
    summary:
      'Walter came to the dance by mistake: he wanted to mend the lights. He trod on her foot, and came back on Sunday with new shoes for her.',
    said: [
      'Walter did not come to dance. He came to mend the lights.',
      'It was the church hall on Ninth Street, in June, and it was hot.',
      'The lights went out, and in the dark a man stood on my foot.',
      'He said, I am so sorry, I am the electrician.',
      'I said please, sorry, potato.',
      'He laughed so much that he dropped his pliers.',
      'On Sunday he stood at our door, with a pair of new shoes.',
      'They were too big. I wore them for eleven years.',
    ],
  },
  {
    key: 'watch',
    by: 'otto',
    topic: 'work-and-first-jobs',
    question: 'Which trick of your trade could you still do with your eyes shut?',
    motif: 'clocks',
    wall: '#5b4a3a',
    side: 'right',
    watched: 'everyone',
    summary:
      'Otto was a watchmaker for forty years. He could tell by the tick whether a watch was worn on the left or the right wrist.',
    said: [
      'I was a watchmaker for forty years.',
      'People think that you look at a watch. No, you listen.',
      'A good watch walks, like a person with somewhere to go.',
      'A sick one limps.',
      'I held it to my ear and shut my eyes, and I knew which wheel it was.',
      'A lady once brought me a watch that was perfectly well.',
      'She only wanted somebody to tell her that it was not her fault that she was late.',
      'So I told her. I charged nothing.',
    ],
  },
  {
    key: 'tuesday',
    by: 'rosa',
    topic: 'love',
    question: 'What does love look like on a plain Tuesday?',
    motif: 'kitchen',
    wall: '#6f7358',
    side: 'left',
    watched: 'chosen',
    summary: 'A warmed cup. Walter poured hot water into hers every morning for forty years.',
    said: [
      'A warm cup.',
      'Walter got up before me, every day for forty years.',
      'He poured hot water into my cup, and out again, and then the coffee.',
      'So that it stayed hot a little longer. That was all.',
      'He never said a word about it, and I never told him that I knew.',
      'The morning after the funeral, Anna made me coffee.',
      'And the cup was warm.',
    ],
  },
  {
    key: 'almond',
    by: 'rosa',
    topic: 'kitchen-table',
    question: 'Name a dish that tastes of your childhood. Tell us how it was made, step by step.',
    motif: 'garden',
    wall: '#7a6840',
    side: 'right',
    watched: 'everyone',
    summary:
      'Her grandmother’s almond cake with lemon: four eggs, no flour, and an hour of patience. The recipe lies beside the story.',
    said: [
      'Almond cake, the way my grandmother made it. Write it down.',
      'Four eggs. You beat them until your arm complains.',
      'A cup of sugar, and two cups of almonds, not too fine.',
      'The skin of one lemon, from the tree in the yard if you have one.',
      'No flour. If somebody tells you flour, that person is not from Cádiz.',
      'Forty minutes in a quiet oven.',
      'And then comes the hard part. You wait until it is cold.',
      'In my whole life I have managed that twice.',
    ],
  },
  {
    key: 'unsaid',
    by: 'rosa',
    topic: 'letters-to-those-who-come-after',
    question: 'Is there something you have not said yet and would like to? Take your time.',
    motif: 'books',
    wall: '#5a4048',
    side: 'left',
    watched: 'nobody',
    summary: 'For Anna, on her wedding day. Karl looks after it until then.',
    said: [
      'This one is for Anna, on her wedding day, and not before.',
      'Karl, you will know when to show it to her.',
      'Anna, in the blue tin behind the flour is a ring.',
      'Walter made it from a piece of copper wire, since we had no money.',
      'It has never been worth anything. I wore it longer than the gold one.',
      'It is yours. Please, sorry, potato.',
    ],
  },
  {
    key: 'leaving',
    by: 'rosa',
    topic: 'letters-to-those-who-come-after',
    question: 'What do you wish for someone who is just leaving home?',
    motif: 'street',
    wall: '#7b4a3a',
    side: 'right',
    watched: 'everyone',
    summary:
      'Take one thing that smells of home, learn the weather in the new language, and answer when somebody knocks with soup.',
    said: [
      'Ben, this one is for you, since you are packing.',
      'Take one thing that smells of home. Hide it from nobody.',
      'Learn how they talk about the weather, wherever it is.',
      'If somebody knocks with soup, open the door, even when you have been crying.',
      'Most of all when you have been crying.',
      'And knock on your bread. It will tell you when it is done.',
      'So will you.',
    ],
  },
];

/** Rosa sums a topic up. */
export const summedUp: Omit<Told, 'question' | 'watched'> & { title: string } = {
  key: 'table',
  by: 'rosa',
  topic: 'kitchen-table',
  title: 'What I know from kitchens',
  motif: 'kitchen',
  wall: '#74513c',
  side: 'right',
  summary: 'Bread answers, cake waits, and a table is as large as those who sit down at it.',
  said: [
    'I was asked to say what I know from all those kitchens.',
    'Bread answers when you knock. Cake makes you wait.',
    'There was never enough, and nobody ever left hungry.',
    'My father said, a table has no size. It has people.',
    'So pull up a chair. There is always a heel of bread.',
  ],
};
