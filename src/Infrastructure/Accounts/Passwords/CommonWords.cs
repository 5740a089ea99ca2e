namespace Mentorship.Infrastructure.Accounts.Passwords;

/// <summary>
/// The words that common passwords of fifteen and more characters are built from. Written by hand for this service, from memory and
/// from no list: what stands on every log-in page, what people love, names and months, the pass phrases that are quoted as examples,
/// and the sayings that those who come here know by heart. <see cref="PredictablePassword"/> repeats, joins and disguises them.
/// </summary>
internal static class CommonWords
{
    public static readonly string[] All = """
        password passwort passphrase passcode motdepasse contrasena senha pass word secret private secure security safe login logon
        signin signup account user username admin administrator root guest default system master manager office work email mail
        internet computer laptop windows microsoft google apple iphone android samsung facebook twitter instagram whatsapp netflix
        welcome welcometo hello hallo bonjour hola goodbye letmein letmeinnow letmeinplease openup open opensesame enter please thankyou
        changeme changeit change test testing tester temp temporary example sample demo trustno qwerty azerty qwertz asdf zxcv
        iloveyou iloveu ilove loveyou love lover lovely iloveme iloveyouso iloveyouforever myself forever always never nothing
        everything something someone anyone whatever because until together foreverandever family mother father mom mum mommy mummy dad
        daddy sister brother baby babygirl babyboy son daughter wife husband friend friends bestfriend bestfriends grandma grandpa
        princess prince queen king angel angels devil lucky happy smile sunshine sunflower rainbow flower flowers butterfly beautiful
        beauty pretty sweet sweetheart honey sugar chocolate cookie cookies coffee pizza cheese banana orange cherry strawberry apples
        monkey dragon tiger lion eagle horse dog dogs doggy puppy cat cats kitty kitten bird fish bear wolf rabbit bunny turtle panda
        pokemon superman batman spiderman starwars harrypotter hogwarts pikachu mickey mickeymouse ninja pirate wizard shadow ghost
        football soccer baseball basketball hockey tennis golf runner fishing music guitar piano dance dancer player game gamer games
        winner champion liverpool arsenal chelsea manchester manchesterunited manunited barcelona realmadrid juventus yankees cowboys
        summer winter spring autumn fall january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday today tomorrow morning night christmas birthday newyear holiday
        red blue green yellow black white purple pink silver golden gold diamond crystal star stars moon sun sky fire water earth ocean
        river mountain forest garden home house heaven paradise freedom liberty peace hope faith grace trust believe dream dreams life
        live laugh jesus jesuschrist christ god godisgood godisgreat godislove blessed blessing amen bible lord savior allah buddha
        london paris berlin newyorkcity newyork california texas florida america england ireland scotland canada australia germany
        deutschland france mexico brasil india michael michelle jennifer jessica ashley daniel david robert thomas charlie charles
        george william james john maria marie anna andrea andrew anthony alexander nicole patrick peter joseph joshua matthew
        matthias martin steven jordan taylor samantha elizabeth victoria charlotte sophie sophia emma olivia isabella
        correct battery staple correcthorsebatterystaple correcthorse thequickbrownfox thequickbrownfoxjumpsoverthelazydog
        tobeornottobe maytheforcebewithyou thisismypassword thisisapassword mypassword mypasswordis yourpassword newpassword
        oldpassword nopassword thepassword passwordpassword ihatepasswords idontknow iforgot forgot forgotten remember rememberme
        dontforget donttouch keepout fuck fucker fuckyou fuckoff fuckthis shit bitch asshole sexy sex money cash rich million dollar
        number one two three four five six seven eight nine ten zero first second the and this that you your my our for with from
        is was are not can will new old big little best good great super mega cool hot bad boy girl man woman love
        mentorship mentor mentors mentoring newcomer newcomers sponsor sponsorship sponsee sober sobriety soberlife stayingsober
        staysober cleanandsober clean recovery recovering inrecovery serenity serenitynow serenityprayer courage wisdom higherpower
        onedayatatime odaat justfortoday letgoandletgod letgo letgod keepcomingback itworksifyouworkit itworks workit easydoesit
        firstthingsfirst livelet liveandletlive thistooshallpass progressnotperfection honesty acceptance surrender gratitude
        grateful twelvesteps twelve steps step bigbook alcoholic anonymous alcoholicsanonymous narcoticsanonymous fellowship
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
