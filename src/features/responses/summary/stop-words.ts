/** Words that say nothing about what a story is about, without accents. */
const en = `a about after again all also always am an and any are as at back be because been before
  being but by came can come could did do does doing down even every for from get go going got had
  has have he her here him his how i if in into is it its just know like little lot made make many
  me more most much my never no not now of off on one only or other our out over really said say
  see she so some still such than that the their them then there these they thing things think this
  those though time to too two up us used very was way we well went were what when where which
  while who why will with would yes you your um uh er oh okay`;
const es = `a ahi al algo alla alli alguna alguno algunos ante antes aquel aquella aqui asi aun
  aunque bien bueno cada casi como con cosa cosas cual cuando de del desde despues donde dos e el
  ella ellas ellos en entonces entre era eran eres es esa ese eso esos esta estaba estaban estado
  estan este esto estos fue fueron ha habia habian han hasta hay he hizo iba iban ir la las le les lo
  los mas me mi mis mucha muchas mucho muchos muy nada ni no nos nosotros nuestra nuestro o otra otro
  otros para pero poco por porque pues que quien se sea ser si siempre sin sobre solo son su sus
  tambien tan tanto te tengo tenia tenian tiene toda todas todo todos tu un una uno unos usted ya yo
  y vez veces eh este digamos`;

export const stopWords: ReadonlySet<string> = new Set(`${en} ${es}`.split(/\s+/));
